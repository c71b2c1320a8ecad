import { mount } from 'svelte';
import App from './app.svelte';
import { session } from './session.svelte.ts';
import './styles/tokens.css';
import './styles/base.css';
import { startTheme } from './theme.ts';

startTheme();
const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no place for the page');
mount(App, { target });
void session.start();
