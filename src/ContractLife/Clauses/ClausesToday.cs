using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ContractLife.Clauses;

/// <summary>The contracts in force in which something is missing, a line each. What nobody has read yet is no gap.</summary>
internal sealed class ClausesToday(ReadClauses read, Tenant tenant) : IToday
{
    public int Order => 55;

    public Permit Permit => Permit.ReadSourcing;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        if (tenant.Scope is not null)
        {
            return [];
        }

        return
        [
            .. (await read.LinesAsync(token)).Where(line => line.Gaps.Count > 0).Select(line => new TodayLine(
                Urgency.Mend, Texts.Clause_Today.With(line.Gaps.Count, line.Contract.Title), $"contracts/{line.Contract.Id}/clauses",
                line.ProviderName, Count: line.Gaps.Count)),
        ];
    }
}
