using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Access.Sessions;
using Pupitre.Platform.Access.SetUp;
using Pupitre.Platform.Answers;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Figures;
using Pupitre.Platform.Files;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Recurring;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Tenancy.Settings;
using Quartz;

namespace Pupitre.Platform;

/// <summary>Registers what every module stands on.</summary>
public static class PlatformSetup
{
    private const int JobsAtOnce = 4;

    /// <summary>What running requests and work are given to end when the program is told to stop.</summary>
    private const int StopSeconds = 30;

    /// <summary>How long a place that gives tokens is waited for.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>Rounds of PBKDF2 with HMAC-SHA512 for a new password, as OWASP asks; older hashes are made again at the next sign-in.</summary>
    private const int PasswordIterations = 210_000;

    /// <summary>Local hour at which what belongs to nothing is removed: nobody works.</summary>
    private static readonly TimeOnly _sweepAt = new(3, 0);

    public static IServiceCollection AddPlatform(this IServiceCollection services, DataPlace place, IReadOnlyList<Module> modules, IClock clock)
    {
        services.AddSingleton(place);
        services.AddSingleton(clock);
        services.AddScoped<Tenant>();
        services.AddScoped<ReadingTurn>();
        // What the context is told does not change from request to request.
        services.AddDbContext<Db>(options => DatabaseSetup.Configure(options, place), optionsLifetime: ServiceLifetime.Singleton);
        foreach (var module in modules)
        {
            services.AddSingleton(module);
            module.Register(services);
        }

        services.AddSingleton<DurableCommits>().AddSingleton<ContentHolds>().AddSingleton<CheckedContents>();
        services.AddScoped<KeptContents>().AddScoped<FileStore>().AddScoped<PartialFiles>().AddScoped<SweepContents>();
        services.AddSingleton<ThisNode>().AddSingleton<RunningWork>().AddScoped<JobQueue>().AddScoped<InterruptedJobs>();
        services.AddScoped<Outbox>();
        services.AddSingleton<KeptResults>().AddScoped<KindHeads>().AddScoped<KeptFigures>().AddScoped<ReadFigures>();
        services.AddSingleton<HistoryWords>().AddScoped<ReadHistory>().AddScoped<CheckHistory>().AddScoped<EraseDetail>();
        services.AddScoped<VerifyEverything>().AddScoped<IVerify, VerifyFiles>();
        services.AddSingleton(new JobKind(VerifyEverything.JobKindName, (scope, _, progress, token) => scope.GetRequiredService<VerifyEverything>().RunAsync(progress, token), () => Texts.History_Verify));
        services.AddScoped<SetUpCompany>();
        services.AddSingleton(provider => MailSettings.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(_ => new TokenPlace(new HttpClient { Timeout = _patience }));
        services.AddScoped<KeepSendingToken>().AddScoped<SendMail>();
        services.AddSingleton<WrittenMails>().AddScoped<ReadMails>().AddScoped<RetryMail>().AddScoped<MarkMailSent>();
        services.AddOptions<Microsoft.AspNetCore.HostFiltering.HostFilteringOptions>().Configure<MailSettings, IConfiguration>(KnowHosts);
        services.AddScoped<EditCompany>().AddScoped<ChangeIdentities>().AddScoped<ReadMembers>().AddScoped<PasswordLink>().AddScoped<InvitedAccount>().AddScoped<InviteMember>().AddScoped<HandOverPasswordLink>().AddScoped<ChangeMemberRole>().AddScoped<RemoveMember>().AddScoped<RestoreMember>();
        services.AddAuthorization();
        AddScheduler(services);
        AddSignIn(services);
        return services;
    }

    // Who runs the program may still say it all in AllowedHosts; else it is the address that its own links begin with.
    private static void KnowHosts(Microsoft.AspNetCore.HostFiltering.HostFilteringOptions options, MailSettings mail, IConfiguration settings)
    {
        if (string.IsNullOrEmpty(settings["AllowedHosts"]) && mail.Hosts is { } hosts)
        {
            options.AllowedHosts = [.. hosts];
        }
    }

    private static void AddScheduler(IServiceCollection services)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(StopSeconds));
        services.AddHostedService<NodeLife>().AddHostedService<Rounds>();
        services.AddSingleton(new RecurringJob(
            "contents",
            RecurringSchedule.DailyAt(_sweepAt),
            () => Texts.Files_Sweep,
            (scope, token) => scope.GetRequiredService<SweepContents>().RunAsync(token)));
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = JobsAtOnce);
            quartz.ScheduleJob<DeliverMails>(trigger => trigger.StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(DeliverMails.EverySeconds)).RepeatForever()));
        });

        // Work is cancelled as soon as the program is told to stop, and NodeLife waits until it has said so; a mail under way is tried again.
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = false);
    }

    /// <summary>
    /// Problems first, so that it sees the refusals of everything behind it; then who asks, in which company, and with which permit; then
    /// the gate of what is posted, and last that it does its work once.
    /// </summary>
    public static void UsePlatform(this IApplicationBuilder app)
    {
        app.UseMiddleware<DurableAnswers>();
        app.UseMiddleware<Problems>();
        app.UseRouting();
        app.UseMiddleware<AskedQuery>();
        app.UseAuthentication();
        app.UseMiddleware<LiveSession>();
        app.UseAuthorization();
        app.UseMiddleware<CompanyAccess>();
        app.UseAntiforgery();
        app.UseMiddleware<PostGate>();
        app.UseMiddleware<PostOnce>();
        app.UseMiddleware<UploadByScript>();
        app.UseMiddleware<KeptPages>();
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("pupitre").PersistKeysToDbContext<Db>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/account/sign-in";
            cookie.ReturnUrlParameter = "from";
            cookie.Cookie.Name = "pupitre";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

            // Sessions are looked up at each request, in the question that is asked anyway: nothing is looked up now and then.
            // Where a sign-in leads is the page's to say, which looks at the address first.
            cookie.Events.OnValidatePrincipal = static _ => Task.CompletedTask;
            cookie.Events.OnRedirectToReturnUrl = static _ => Task.CompletedTask;
            cookie.Events.OnCheckSlidingExpiration = LiveSession.RenewAsync;
        });

        // The cookie alone: the scheduler waits by the machine's clock, and would never wake by one that stands still.
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IClock>((cookie, clock) => cookie.TimeProvider = new ClockTime(clock));
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PasswordIterations);
        services.AddHttpContextAccessor();
        services.AddScoped<OpenSession>().AddScoped<AccountLanguage>().AddScoped<EndSessions>().AddScoped<SignInByPassword>();
        services.AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Tokens.PasswordResetTokenProvider = PasswordLinkTokens.Name;
                identity.Password.RequiredLength = PasswordProblems.MinLength;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<Db>()
            .AddSignInManager()
            .AddTokenProvider<PasswordLinkTokens>(PasswordLinkTokens.Name);
    }
}
