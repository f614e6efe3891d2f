using Pupitre.Platform.Access;
using Pupitre.Platform.Figures;

namespace Pupitre.Gathering.Guardrails;

/// <summary>How many mistakes stand now, as their page says: those to be mended, and those that somebody lives with for a while.</summary>
internal sealed class GuardrailFigures(ReadGuardrails read) : IFigures
{
    private const string Path = "guardrails";

    public int Order => 50;

    public string Title => Texts.Guardrail_Figures;

    public Permit Permit => Permit.ReadProcesses;

    public async Task<IReadOnlyList<Figure>> ReadAsync(CancellationToken token)
    {
        var views = await read.RunAsync(token);
        var (open, all) = (views.Sum(view => view.Open), views.Sum(view => view.Lines.Count));
        return
        [
            new Figure("guardrails.open", Texts.Guardrail_FigureOpen, FigureUnit.Points, open, Path),
            new Figure("guardrails.accepted", Texts.Guardrail_FigureAccepted, FigureUnit.Points, all - open, Path),
        ];
    }
}
