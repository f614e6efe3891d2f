using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.App.Accounts;
using Pupitre.App.Figures;
using Pupitre.App.Guardrails;
using Pupitre.App.History;
using Pupitre.App.Jobs;
using Pupitre.App.People;
using Pupitre.App.Settings;
using Pupitre.App.Shell;
using Pupitre.Platform;
using Pupitre.Platform.Access.SetUp;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Mail;

namespace Pupitre.App;

/// <summary>The web application, put together.</summary>
internal static class Server
{
    private static readonly CultureInfo[] _cultures = [CultureInfo.GetCultureInfo("fr-FR"), CultureInfo.GetCultureInfo("en-GB")];

    /// <param name="place">Where the data lie.</param>
    /// <param name="urls">The addresses to answer at.</param>
    /// <param name="clock">What "now" is; the machine's clock when nobody says otherwise.</param>
    /// <param name="adjust">What is otherwise here than in the program as it ships; nothing when nobody says so.</param>
    public static WebApplication Build(DataPlace place, string urls, IClock? clock = null, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "pupitre" });
        builder.WebHost.UseUrls(urls);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);

        // The keys that sign cookies lie in the database, as protected as the data they open: no warning on the owner's first screen.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddPlatform(place, Modules.All, clock ?? SystemClock.Instance);
        builder.Services.AddScoped<PrepareDatabase>();
        builder.Services.AddRazorComponents();

        // Pages are sent as UTF-8: é stays é, and not the six characters that say the same.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddValidation();
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        TriesByAddress.Add(builder.Services);
        ShellMenu.Register(builder.Services);
        builder.Services.AddScoped<ReadCalendarPlaces>().AddScoped<SendPasswordLink>().AddScoped<ChoosePassword>();
        builder.Services.AddHealthChecks().AddDbContextCheck<Db>();
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        Configure(app);
        return app;
    }

    /// <summary>
    /// Brings the database to this program's version before the first request. Meanwhile the second core puts together what answers at each
    /// address, once: the framework would do it for each of the three that ask for it (authorization, routing, pages).
    /// </summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken token)
    {
        app.Services.GetRequiredService<MailSettings>().Check();
        var sources = ((IEndpointRouteBuilder)app).DataSources;
        var compiled = Task.Run(
            () => new DefaultEndpointDataSource(sources.SelectMany(source => source.Endpoints).Select(CompanyAddresses.Distinct)), token);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().RunAsync(token);
        var all = await compiled;
        sources.Clear();
        sources.Add(all);
    }

    /// <summary>Says where the application answers, one address alone on a line; before the first account, the link to the set-up.</summary>
    public static async Task AnnounceAsync(WebApplication app, TextWriter output, CancellationToken token)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var setUp = await SetUpToken.IssueAsync(scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant(), token);
        if (setUp is not null)
        {
            await output.WriteLineAsync(Texts.Serve_SetUp.AsMemory(), token);
            await output.WriteLineAsync($"{app.Urls.First()}/set-up?token={setUp}".AsMemory(), token);
            return;
        }

        await output.WriteLineAsync(Texts.Serve_Ready.AsMemory(), token);
        foreach (var address in app.Urls)
        {
            await output.WriteLineAsync(address.AsMemory(), token);
        }
    }

    private static void Configure(WebApplication app)
    {
        app.UseForwardedHeaders(TrustedProxies.Read(app.Configuration));
        SecurityHeaders.Use(app);
        OwnAddress.Use(app);
        HeadAsGet.Use(app);
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(_cultures[0]),
            SupportedCultures = _cultures,
            SupportedUICultures = _cultures,
            FallBackToParentCultures = true,
            RequestCultureProviders = [new QueryStringRequestCultureProvider(), new CookieRequestCultureProvider(), new CustomRequestCultureProvider(context => Task.FromResult(LanguageOf(context.Request)))],
        });
        app.UseExceptionHandler("/problem/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        app.UseMiddleware<ProblemRequest>();
        TriesByAddress.Use(app);
        app.UsePlatform();
        app.MapStaticAssets();
        Preferences.Map(app);
        AccountRoutes.Map(app);
        HistoryRoutes.Map(app);
        JobRoutes.Map(app);
        SettingsRoutes.Map(app);
        PeopleRoutes.Map(app);
        GuardrailRoutes.Map(app);
        FigureRoutes.Map(app);
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapRazorComponents<Page>().AddAdditionalAssemblies([.. Modules.All.Select(module => module.GetType().Assembly).Distinct()]);
        foreach (var module in Modules.All)
        {
            module.MapRoutes(app);
        }
    }

    // The framework's own reader of the header finds en-GB for neither "en" nor "en-US".
    private static ProviderCultureResult? LanguageOf(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Array.Find(_cultures, culture => language.Value.StartsWith(culture.TwoLetterISOLanguageName, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(culture => culture is not null);
        return wanted is null ? null : new ProviderCultureResult(wanted.Name);
    }
}
