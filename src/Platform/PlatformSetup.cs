using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
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
        services.AddScoped<ReadMails>().AddScoped<RetryMail>().AddScoped<MarkMailSent>();
        services.AddOptions<Microsoft.AspNetCore.HostFiltering.HostFilteringOptions>().Configure<MailSettings, IConfiguration>(KnowHosts);
        services.AddScoped<EditCompany>().AddScoped<ChangeIdentities>().AddScoped<ReadMembers>().AddScoped<InviteMember>().AddScoped<HandOverPasswordLink>().AddScoped<ChangeMemberRole>().AddScoped<RemoveMember>();
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
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = JobsAtOnce);
            quartz.ScheduleJob<DeliverMails>(trigger => trigger.StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(DeliverMails.EverySeconds)).RepeatForever()));
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = false);
    }

    /// <summary>Problems first, so that it sees the refusals of everything behind it; the company last, once the person is known.</summary>
    public static void UsePlatform(this IApplicationBuilder app)
    {
        app.UseMiddleware<Problems>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<CompanyAccess>();
        app.UseAntiforgery();
        app.UseMiddleware<PostOnce>();
        app.UseMiddleware<UploadByScript>();
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
            cookie.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax;
        });
        services.AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = PasswordProblems.MinLength;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<Db>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
    }
}
