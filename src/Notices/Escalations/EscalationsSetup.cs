using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Privacy;
using Pupitre.Gathering.Today;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Recurring;
using Pupitre.Platform.Replies;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Notices.Escalations;

/// <summary>Registers the ladders of commitments and what goes out by them.</summary>
internal static class EscalationsSetup
{
    /// <summary>While people work, and on no day on which they do not; opening hours and quiet hours narrow it.</summary>
    private static readonly TimeOnly _from = new(8, 0);

    private static readonly TimeOnly _until = new(18, 0);

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<RunningCasesCache>().AddSingleton<LadderSettingsCache>().AddScoped<ReadRunningCases>()
            .AddScoped<ReadLadderSettings>().AddScoped<ReadLadders>().AddScoped<ReadNotices>();
        services.AddScoped<Escalate>().AddScoped<EscalationMail>().AddScoped<LadderPeople>();
        services.AddScoped<AnswerEscalation>().AddScoped<AnswerByMail>().AddScoped<SaveLadder>().AddScoped<SaveEscalationSetting>();
        services.AddScoped<ReadEscalations>().AddScoped<ReadLadder>().AddScoped<ReadObligationLadder>();
        services.AddScoped<IAnswersByMail, AnswerEscalationByReply>().AddScoped<IToday, EscalationsToday>().AddScoped<IPersonalData,
            PersonalEscalations>();
        services.AddSingleton(new PageSection(Commitment.SubjectKind, 40, Permit.ReadService, typeof(CommitmentLadderSection))
        {
            IsForWholeCompany = true,
        });
        services.AddSingleton(new PageSection(ShownObligation.Page, 10, Permit.ReadService, typeof(ObligationLadder))
        {
            TakesShown = true,
        });
        services.AddSingleton(new RecurringJob(
            Escalate.JobName,
            RecurringSchedule.WorkingHours(_from, _until),
            () => Texts.Escalation_Job,
            (scope, token) => scope.GetRequiredService<Escalate>().RunAsync(token)));
    }

    public static void MapRoutes(IEndpointRouteBuilder routes) => EscalationRoutes.Map(routes);
}
