using NodaTime;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.TwoSides.Contests;

/// <summary>The disputes that the company has to answer, and those of its own that were refused: they go on until somebody moves.</summary>
internal sealed class DisputesToday(ReadDisputes read, ReadCompanyFacts readFacts, Tenant tenant) : IToday
{
    public int Order => 35;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        if (facts.Adjustments.Disputes.Open.Count == 0)
        {
            return [];
        }

        return [.. (await read.RunAsync(null, token)).Where(record => record.IsOpen).Select(record => LineOf(record, facts))
            .OfType<TodayLine>()];
    }

    private TodayLine? LineOf(DisputeRecord record, CompanyFacts facts)
    {
        var commitment = facts.Find(record.Dispute.CommitmentId);
        var text = (record.State, record.Dispute.Side) switch
        {
            (DisputeState.Waiting, Party.Provider) => Texts.Today_DisputeToAnswer,
            (DisputeState.Refused, Party.Company) => Texts.Today_DisputeRefused,
            _ => null,
        };
        return text is null || commitment is null ? null : new TodayLine(
            Urgency.Answer, text.With(commitment.Name), $"disputes/{record.Dispute.Id}", commitment.Provider,
            (record.Answer?.At ?? record.Dispute.OpenedAt).InZone(tenant.Zone).Date.ToDateOnly());
    }
}
