using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Privacy;
using Pupitre.Gathering.Today;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Recurring;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Statements;

/// <summary>Registers the monthly statements.</summary>
internal static class StatementsSetup
{
    /// <summary>Before people begin to work, so that what closed is there with their first coffee.</summary>
    private static readonly TimeOnly _keptAt = new(6, 0);

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<ClosedStatements>().AddScoped<ReadClosed>().AddScoped<SelectMonth>().AddScoped<StateCases>()
            .AddScoped<StatementTime>();
        services.AddScoped<StatementFiles>().AddScoped<ClosedByLink>();
        services.AddScoped<StateCredits>();
        services.AddScoped<BuildStatement>().AddScoped<OpenMonths>().AddScoped<CloseMonth>().AddScoped<CorrectMonths>()
            .AddScoped<KeepStatements>();
        services.AddScoped<StatementMail>().AddScoped<AnswerMonth>().AddScoped<AnswerByLink>().AddScoped<StartStatements>();
        services.AddScoped<ReadMonthStatement>().AddScoped<ReadStatements>().AddScoped<StatementPaper>();
        services.AddScoped<IToday, StatementsToday>().AddScoped<IHoldsRules, ClosedMonthsHold>().AddScoped<IPersonalData,
            PersonalStatements>();
        services.AddSingleton(new PageSection(Contract.SubjectKind, 15, Permit.ReadService, typeof(ContractStatements)));
        services.AddSingleton(new RecurringJob(
            KeepStatements.JobName,
            RecurringSchedule.DailyAt(_keptAt),
            () => Texts.Statement_Job,
            (scope, token) => scope.GetRequiredService<KeepStatements>().RunAsync(token)));
    }

    public static void MapRoutes(IEndpointRouteBuilder routes) => StatementRoutes.Map(routes);
}
