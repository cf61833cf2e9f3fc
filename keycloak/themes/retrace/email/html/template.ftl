<#-- Mail readers drop what they do not know: one column, system fonts, nothing loaded from anywhere. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr!true)?then("ltr", "rtl")}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${realmName!"Retrace"}</title>
  <style>
    body { margin: 0; padding: 32px 20px; background: #f7f4ee; color: #1f2328; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
    .sheet { max-width: 32rem; margin: 0 auto; }
    .name { margin: 0 0 20px; font: 600 20px/1.2 Georgia, serif; }
    p { margin: 0 0 16px; }
    a { color: #1d4f52; font-weight: 600; }
    @media (prefers-color-scheme: dark) { body { background: #16181c; color: #eceae5; } a { color: #7fc4c1; } }
  </style>
</head>
<body>
  <div class="sheet">
    <p class="name">${realmName!"Retrace"}</p>
    <#nested>
  </div>
</body>
</html>
</#macro>
