using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.TwoSides.Contests;

namespace Pupitre.TwoSides.Sample;

/// <summary>The sample's provider and company contest three due dates: one is granted, one is taken back, one is open.</summary>
internal sealed class ContestSome(
    ReadCompanyFacts readFacts, OpenDispute open, AgreeToDispute agree, AnswerSample answer, IClock clock) : ISampleChapter
{
    private const int MonthsBack = 11;

    private static readonly Disputant _clerk = new(Party.Provider, null, Cast.AccountingClerk.Name, "Collaboratrice");
    private static readonly Disputant _pilot = new(Party.Company, null, Cast.Pilot.Name, "Responsable administratif");

    public int Order => 232;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var now = clock.GetCurrentInstant();
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        var judge = new JudgeOccurrences(facts, now);
        var unkept = facts.Commitments.Where(item => !item.IsClock && item.Row.Performer == Party.Provider
            && item.Provider == Cast.AccountingFirm)
            .SelectMany(item => judge.Run(item, current - MonthsBack, current - 1)).ToList();
        var late = unkept.FindAll(item => item.Standing.IsLate());
        var missing = unkept.FindAll(item => item.Standing is Standing.NoTrace or Standing.KeptByProvider);
        if (late.Count < 2 || missing.Count < 1)
        {
            return;
        }

        var won = await OpenAsync(missing[^1], DisputeWish.OnTime,
            "C’était fait à temps : l’accusé est dans notre espace client, nous vous l’avons montré.", token);
        await agree.RunAsync(won.Id, _pilot, token);
        var lost = await OpenAsync(late[0], DisputeWish.DelayOfCompany, "Nous attendions vos pièces du mois.", token);
        await answer.RefuseAsync(lost.Id, "Nos pièces étaient déposées à temps : l’accusé de dépôt est joint à leur échéance.", _pilot,
            token);
        await answer.WithdrawAsync(lost.Id, _clerk, token);
        await OpenAsync(late[^1], DisputeWish.OnTime,
            "La télédéclaration est partie la veille : l’accusé que vous avez porte la date de sa réédition.", token);
    }

    private Task<Dispute> OpenAsync(JudgedOccurrence item, DisputeWish wish, string reason, CancellationToken token) =>
        open.RunAsync(new Contested(item.Commitment.Id, item.Key), new DisputeInput { Wish = wish, Reason = reason }, _clerk, token);
}

/// <summary>What else is answered in the sample's disputes.</summary>
internal sealed class AnswerSample(RefuseDispute refuse, WithdrawDispute withdraw)
{
    public Task RefuseAsync(Guid id, string reason, Disputant who, CancellationToken token) => refuse.RunAsync(id, reason, who, token);

    public Task WithdrawAsync(Guid id, Disputant who, CancellationToken token) => withdraw.RunAsync(id, who, token);
}
