using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Recurring;

namespace Pupitre.Notices.MonthMails;

/// <summary>Registers the one mail a month that sums up to each provider's contact.</summary>
internal static class MonthMailsSetup
{
    private static readonly TimeOnly _at = new(8, 0);

    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadMonthSummaries>().AddScoped<MonthMailRecipients>().AddScoped<WriteMonthMail>().AddScoped<SendMonthMails>();
        services.AddSingleton(new RecurringJob(
            SendMonthMails.JobName,
            RecurringSchedule.FirstWorkingDayAt(_at),
            () => Texts.MonthMail_Job,
            (scope, token) => scope.GetRequiredService<SendMonthMails>().RunAsync(token)));
    }
}
