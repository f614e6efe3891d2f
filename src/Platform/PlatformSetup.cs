using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Access.Sessions;
using Pupitre.Platform.Access.SetUp;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Files;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Tenancy.Settings;
using Pupitre.Platform.Ui;
using Quartz;

namespace Pupitre.Platform;

/// <summary>Registers what every module stands on.</summary>
public static class PlatformSetup
{
    private const int JobsAtOnce = 4;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA512 for a new password, as OWASP asks; older hashes are made again at the next sign-in.</summary>
    private const int PasswordIterations = 210_000;

    public static IServiceCollection AddPlatform(this IServiceCollection services, DataPlace place, IReadOnlyList<Module> modules, IClock clock)
    {
        services.AddSingleton(place);
        services.AddSingleton(clock);
        services.AddScoped<Tenant>();
        services.AddScoped<ReadingTurn>();
        services.AddDbContext<Db>(options => DatabaseSetup.Configure(options, place));
        foreach (var module in modules)
        {
            services.AddSingleton(module);
            module.Register(services);
        }

        services.AddScoped<FileStore>().AddScoped<PartialFiles>();
        services.AddScoped<JobQueue>();
        services.AddScoped<InterruptedJobs>();
        services.AddScoped<Outbox>();
        services.AddSingleton<HistoryWords>().AddScoped<ReadHistory>().AddScoped<CheckHistory>().AddScoped<EraseDetail>();
        services.AddScoped<SetUpCompany>();
        services.AddSingleton(provider => MailSettings.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddScoped<ReadMails>().AddScoped<RetryMail>();
        services.AddScoped<EditCompany>().AddScoped<ReadMembers>().AddScoped<InviteMember>().AddScoped<ChangeMemberRole>().AddScoped<RemoveMember>().AddScoped<RestoreMember>();
        services.AddAuthorization();
        AddScheduler(services);
        AddSignIn(services);
        return services;
    }

    private static void AddScheduler(IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = JobsAtOnce);
            quartz.ScheduleJob<DeliverMails>(trigger => trigger.StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(DeliverMails.EverySeconds)).RepeatForever()));
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = false);
    }

    /// <summary>
    /// Problems first, so that it sees the refusals of everything behind it; then who asks, in which company, and with which permit; then
    /// the gate of what is posted, and last that it does its work once.
    /// </summary>
    public static void UsePlatform(this IApplicationBuilder app)
    {
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
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider, ClockTime>();
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
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PasswordIterations);
        services.AddScoped<OpenSession>().AddScoped<EndSessions>().AddScoped<SignInByPassword>();
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
