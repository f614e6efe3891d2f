using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Product.Tests.Service;
using Pupitre.Recognition.Tables;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Flows;

/// <summary>
/// A company whose questions to its accountant were imported. Four cases, told by hand: Q1 and Q2 asked and answered, Q3 asked, sent
/// back for a detail, asked again and answered, Q4 asked and not answered. Hours between two steps are whole.
/// </summary>
internal sealed record FlowCompany(TestCompany Company, Guid Commitment, Guid Process, Guid Source)
{
    public const string Asked = "Demande";
    public const string Detail = "Précision demandée";
    public const string Answered = "Réponse";

    private static readonly Instant _monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>What the accountant's tool says is the accountant's word, except that we ask.</summary>
    private static readonly SourceRules _rules = new(SourceClass.Provider, [new SourceRule(EventPattern.Activity(Asked), SourceClass.Company)]);

    public static async Task<FlowCompany> HaveAsync(RunningPupitre pupitre, Role role = Role.Owner)
    {
        var company = await pupitre.HaveCompanyAsync(role);
        return await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Morel", ServiceBuilder.QuestionsTemplate);
            var questions = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            var source = await builder.ImportAsync(questions.Id, _rules, Events(), "Questions");
            return new FlowCompany(company, questions.Id, questions.ProcessId, source.Id);
        });
    }

    public static IEnumerable<IncomingEvent> Events() =>
    [
        At("Q1", Asked, 0, 2), At("Q1", Answered, 4, 3),
        At("Q2", Asked, 24, 4), At("Q2", Answered, 32, 5),
        At("Q3", Asked, 48, 6), At("Q3", Detail, 50, 7), At("Q3", Asked, 74, 8), At("Q3", Answered, 80, 9),
        At("Q4", Asked, 96, 10),
    ];

    /// <summary>The same source tells of a question two months later: what had not come by then did not come.</summary>
    public Task TellLaterAsync(RunningPupitre pupitre) => pupitre.InsideAsync(Company, async services =>
    {
        var source = await services.GetRequiredService<Db>().Set<EvidenceSource>().SingleAsync(row => row.Id == Source);
        await new ServiceBuilder(services).ImportAsync(source, [At("Q5", Asked, 1_440, 11), At("Q5", Answered, 1_444, 12)]);
        return true;
    });

    public static IncomingEvent At(string question, string activity, int hours, int line) => ServiceBuilder.Event(question, activity, _monday + Duration.FromHours(hours), line);

    public string Path(string rest) => $"/{Company.Slug}/{rest}";
}
