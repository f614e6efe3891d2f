using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Access;
using Pupitre.Platform.Figures;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>The year's sentences of the grid as figures: what providers owe, and what the company owes.</summary>
internal sealed class YearFigures(ReadGrid read) : IFigures
{
    private const string Path = "due-dates";

    public int Order => 10;

    public string Title => Texts.Grid_Figures;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<Figure>> ReadAsync(CancellationToken token)
    {
        var view = await read.RunAsync(GridFilter.Parse(null, null), token);
        return
        [
            Kept("due-dates.kept", Texts.Grid_FigureKept, view.Year),
            Proven("due-dates.proven", Texts.Grid_FigureProven, view.Year),
            Count("due-dates.late", Texts.Grid_FigureLate, view.Year.Late),
            Count("due-dates.without-trace", Texts.Grid_FigureWithoutTrace, view.Year.WithoutIndependentTrace),
            Kept("due-dates.own-kept", Texts.Grid_FigureOwnKept, view.OwnYear),
            Count("due-dates.own-late", Texts.Grid_FigureOwnLate, view.OwnYear.Late),
        ];
    }

    private static Figure Count(string key, string title, int value) => new(key, title, FigureUnit.DueDates, value, Path);

    private static Figure Proven(string key, string title, Tally tally) =>
        new(key, title, FigureUnit.DueDates, tally.IsProvenKnown ? tally.Proven : null, Path, tally.ProvenBase);

    private static Figure Kept(string key, string title, Tally tally) =>
        new(key, title, FigureUnit.DueDates, tally.IsKnown ? tally.Kept : null, Path, tally.Base);
}
