/** Every text of the shell, in one place for translation. What has a role gets its words from the system. */
export const words = {
  title: 'Mimesis Studio',
  menu: {
    file: 'File',
    openWorkspace: 'Open workspace…',
    openRecent: 'Open recent',
    clearRecent: 'Clear list',
    unreal: 'Live Link in Unreal Engine',
    metahuman: 'MetaHuman',
    showLog: 'Show log file',
  },
  openWorkspace: { title: 'Open workspace', button: 'Open' },
  exportTo: { title: 'Export to folder', button: 'Export' },
  hostDoesNotStart: {
    message: 'The workspace cannot be opened.',
    tryAgain: 'Try again',
    openOther: 'Open another workspace…',
    quit: 'Quit',
  },
  pageDies: {
    message: 'The window has stopped working several times.',
    detail: 'What is being tracked goes on without it.',
    reload: 'Reload',
    quit: 'Quit',
  },
  pageHangs: {
    message: 'The window does not respond.',
    detail: 'What is being tracked goes on without it.',
    wait: 'Wait',
    reload: 'Reload',
  },
};
