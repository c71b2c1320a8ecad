import { app } from 'electron';

/** Who the program is to the system, and where it keeps what belongs to its window. PAWLAB_USER_DATA: another folder for it. */
export function setUpIdentity(): void {
  app.setName('Pawlab');
  app.setAppUserModelId('org.pawlab.studio');
  const folder = process.env['PAWLAB_USER_DATA'];
  if (folder) app.setPath('userData', folder);
}
