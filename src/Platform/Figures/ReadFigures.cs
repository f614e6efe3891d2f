using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Figures;

/// <summary>The figures of one module.</summary>
public sealed record FigureGroup(string Title, IReadOnlyList<Figure> Figures);

/// <summary>Reads the figures of all modules that are open to the person.</summary>
public sealed class ReadFigures(Tenant tenant, IEnumerable<IFigures> all)
{
    public async Task<IReadOnlyList<FigureGroup>> RunAsync(CancellationToken token)
    {
        var groups = new List<FigureGroup>();
        foreach (var figures in all.Where(known => tenant.Allows(known.Permit)).OrderBy(known => known.Order))
        {
            groups.Add(new FigureGroup(figures.Title, await figures.ReadAsync(token)));
        }

        return groups;
    }
}
