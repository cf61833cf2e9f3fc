<#-- The signature picture: one photo, a line to every company that received it, and how it stands with each. -->
<#macro mark>
<svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true"><g fill="var(--accent)"><circle cx="6" cy="13" r="4"/><circle cx="22" cy="5" r="2.4"/><circle cx="22" cy="13" r="2.4"/><circle cx="22" cy="21" r="2.4"/></g><path d="M10 13c5 0 5-8 11-8M10 13h11M10 13c5 0 5 8 11 8" fill="none" stroke="var(--accent)" stroke-width="2"/></svg>
</#macro>

<#macro picture>
<svg viewBox="0 0 560 520" role="presentation" focusable="false">
  <defs><clipPath id="frame"><rect x="24" y="150" width="176" height="220" rx="16"/></clipPath></defs>
  <g fill="none" stroke="var(--line-firm)" stroke-width="2" stroke-linecap="round">
    <path d="M200 260C270 260 250 76 334 76"/><path d="M200 260C262 260 262 168 334 168"/><path d="M200 260H334"/>
    <path d="M200 260C262 260 262 352 334 352"/><path d="M200 260C270 260 250 444 334 444" stroke-dasharray="2 9"/>
  </g>
  <g clip-path="url(#frame)">
    <rect class="sky" x="24" y="150" width="176" height="220"/>
    <circle class="sun" cx="146" cy="208" r="26"/>
    <path class="far" d="M24 300C60 262 96 262 128 288S180 306 200 284V370H24Z"/>
    <path class="near" d="M24 340C70 306 112 320 142 334S186 346 200 332V370H24Z"/>
  </g>
  <rect x="24" y="150" width="176" height="220" rx="16" fill="none" stroke="var(--line)" stroke-width="2"/>
  <circle cx="200" cy="260" r="7" fill="var(--accent)"/>
  <@company y=76 tone="confirmed" sign="m-7 .5 5 5L7-5"/>
  <@company y=168 tone="confirmed" sign="m-7 .5 5 5L7-5"/>
  <@company y=260 tone="nothing" sign="M-6 0h12"/>
  <@company y=352 tone="kept" sign="M-6-1h12v8h-12zM-3.5-1v-3a3.5 3.5 0 0 1 7 0v3"/>
  <@company y=444 tone="working" sign="M0-5.5V0l4 2.5"/>
</svg>
</#macro>

<#macro company y tone sign>
  <g transform="translate(354 ${y})">
    <circle r="20" fill="var(--${tone}-wash)"/><path d="${sign}" fill="none" stroke="var(--${tone})" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>
    <rect x="36" y="-13" width="118" height="9" rx="4.5" fill="var(--ink)" opacity=".78"/><rect x="36" y="6" width="82" height="7" rx="3.5" fill="var(--ink-soft)" opacity=".45"/>
  </g>
</#macro>
