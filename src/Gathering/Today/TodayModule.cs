using System.Resources;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Recurring;

namespace Pupitre.Gathering.Today;

/// <summary>What is to be done today, and the mail that says it on Mondays.</summary>
public sealed class TodayModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override void Register(IServiceCollection services)
    {
        services.AddScoped<ReadToday>().AddScoped<MondayMail>().AddScoped<WriteMonday>();
        services.AddSingleton(new RecurringJob(
            "monday-mail",
            RecurringSchedule.WeeklyOn(DayOfWeek.Monday, MondayMail.At),
            () => Texts.Today_MailJob,
            (scope, token) => scope.GetRequiredService<MondayMail>().RunAsync(token)));
    }
}
