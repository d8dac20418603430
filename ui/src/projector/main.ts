import '../app.css';
import './projector.css';
import { mount } from 'svelte';
import { room } from '../host/tauri';
import Projector from './Projector.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('projector.html has no #app');

mount(Projector, { target, props: { host: room } });
