import { Star } from 'lucide-react';
import './rating.css';
import { words } from './words.ts';

const STARS = [1, 2, 3, 4, 5] as const;

/** How many stars a take has. */
export function Rating({ rating }: { readonly rating: number }) {
  return (
    <span className="takes-rating" role="img" aria-label={words.rating(rating)}>
      {STARS.map((star) => (
        <Star key={star} data-full={rating >= star || undefined} />
      ))}
    </span>
  );
}

interface RatingFieldProps {
  readonly rating: number;
  readonly onRate: (rating: number) => void;
}

/** Rates a take; the star that it has takes them all away. */
export function RatingField({ rating, onRate }: RatingFieldProps) {
  return (
    <fieldset className="takes-rating" aria-label={words.rating(rating)}>
      {STARS.map((star) => (
        <button
          key={star}
          type="button"
          aria-label={words.rate(star)}
          aria-pressed={rating >= star}
          onClick={() => onRate(rating === star ? 0 : star)}
        >
          <Star data-full={rating >= star || undefined} />
        </button>
      ))}
    </fieldset>
  );
}
