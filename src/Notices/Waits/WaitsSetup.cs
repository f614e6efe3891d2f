using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Privacy;
using Pupitre.Gathering.Today;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Recurring;
using Pupitre.Platform.Replies;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Notices.Waits;

/// <summary>Registers the waits that each side declares and the other is asked about.</summary>
internal static class WaitsSetup
{
    private static readonly TimeOnly _from = new(8, 0);

    private static readonly TimeOnly _until = new(18, 0);

    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadWaiting>().AddScoped<AskWaits>().AddScoped<WaitMail>().AddScoped<SettleSilence>()
            .AddScoped<ReopenSilenced>().AddScoped<WaitWord>();
        services.AddScoped<AnswerWait>().AddScoped<AnswerWaitByMail>().AddScoped<ReadWaits>().AddScoped<AgreeOnSilence>();
        services.AddScoped<IAnswersByMail, AnswerWaitByReply>().AddScoped<IToday, WaitsToday>().AddScoped<IPersonalData, PersonalWaits>();
        services.AddSingleton(new RecurringJob(
            AskWaits.JobName,
            RecurringSchedule.WorkingHours(_from, _until),
            () => Texts.Wait_Job,
            (scope, token) => scope.GetRequiredService<AskWaits>().RunAsync(token)));
        services.AddSingleton(new PageSection(Contract.SubjectKind, 35, Permit.ReadService, typeof(ContractSilence))
        {
            IsForWholeCompany = true,
        });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes) => WaitRoutes.Map(routes);
}
