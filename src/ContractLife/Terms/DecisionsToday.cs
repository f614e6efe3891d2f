using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ContractLife.Terms;

/// <summary>The contracts about which somebody has to decide soon, until the decision is recorded.</summary>
internal sealed class DecisionsToday(ReadDecisionDates read, Tenant tenant) : IToday
{
    public int Order => 50;

    public Permit Permit => Permit.ReadSourcing;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        // What the company decides about a provider is not for somebody who is limited to it.
        if (tenant.Scope is not null)
        {
            return [];
        }

        var last = read.Today.AddDays(ReadDecisionDates.SoonDays);
        return
        [
            .. (await read.LinesAsync(token))
                .Where(line => line.Made is null && line.NextDay(read.Today) <= last)
                .Select(line => new TodayLine(
                    Urgency.Decide, Texts.Term_Today.With(line.Contract.Title), $"contracts/{line.Contract.Id}/decision",
                    line.ProviderName, line.NextDay(read.Today))),
        ];
    }
}
