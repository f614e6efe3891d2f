using Pupitre.Gathering.Exports;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Figures;

namespace Pupitre.App.Figures;

/// <summary>The figures taken home: their names for ever stand beside those that people read.</summary>
internal static class FigureRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapAnswer("/{company}/figures/export.{format}", ExportAsync).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));

    private static async Task<IResult> ExportAsync(string format, ReadFigures read, CancellationToken token)
    {
        var groups = await read.RunAsync(token);
        var rows = groups.SelectMany(group => group.Figures.Select(figure => (IReadOnlyList<object?>)
            [figure.Key, group.Title, figure.Title, figure.Value, figure.Base, FigureWords.Of(figure.Unit)]));
        return await new TableExport(Texts.Figures_FileName, Headers, rows).AnswerAsync(format, token);
    }

    private static IReadOnlyList<string> Headers =>
        [Texts.Figures_Key, Texts.Figures_Group, Texts.Figures_Figure, Texts.Figures_Value, Texts.Figures_Base, Texts.Figures_Unit];
}
