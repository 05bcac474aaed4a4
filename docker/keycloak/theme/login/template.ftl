<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}" theme="light-dark">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <title>${msg("loginTitle", (realm.displayName!''))}</title>
    <link rel="icon" href="${url.resourcesPath}/img/mark.svg">
    <#list properties.styles?split(' ') as style>
    <link href="${url.resourcesPath}/${style}" rel="stylesheet">
    </#list>
    <script type="importmap">
        { "imports": { "rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js" } }
    </script>
    <#-- Another tab that has signed in takes this one along -->
    <script type="module">
        <#outputformat "JavaScript">
        import { startSessionPolling } from ${(url.resourcesPath + "/js/authChecker.js")?c};
        startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
        </#outputformat>
    </script>
    <#if authenticationSession??>
    <script type="module">
        <#outputformat "JavaScript">
        import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
        checkAuthSession(${authenticationSession.authSessionIdHash?c});
        </#outputformat>
    </script>
    </#if>
</head>
<body data-page-id="login-${pageId}">
<section class="promise" aria-label="Relais">
    <p class="mark"><img src="${url.resourcesPath}/img/mark.svg" alt="">Relais</p>
    <div class="words">
        <h1>${msg("relaisPromise")}</h1>
        <p>${msg("relaisPurpose")}</p>
    </div>
</section>
<main class="side">
    <header>
        <#if realm.internationalizationEnabled && locale.supported?size gt 1>
        <nav class="languages" aria-label="${msg("languages")}">
            <#list locale.supported as l>
            <a href="${l.url}" lang="${l.languageTag}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${l.label}</a>
            </#list>
        </nav>
        </#if>
    </header>
    <div class="box">
        <h2 id="kc-page-title"><#nested "header"></h2>
        <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
        <p class="attempted"><span id="kc-attempted-username">${auth.attemptedUsername}</span>
            <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
        <#else>
        <p>${msg("relaisAccount")}</p>
        </#if>
        <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
        <div class="notice notice-${message.type}" role="<#if message.type = 'error'>alert<#else>status</#if>">
            <span class="notice-text">${kcSanitize(message.summary)?no_esc}</span>
        </div>
        </#if>
        <#nested "form">
        <#if auth?has_content && auth.showTryAnotherWayLink()>
        <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
            <input type="hidden" name="tryAnotherWay" value="on">
            <button class="link" type="submit">${msg("doTryAnotherWay")}</button>
        </form>
        </#if>
        <#nested "socialProviders">
        <#if displayInfo>
        <div id="kc-info"><#nested "info"></div>
        </#if>
        <div class="notice notice-info"><span class="notice-text">${msg("relaisLogged")}</span></div>
    </div>
</main>
</body>
</html>
</#macro>
