using Pupitre.Kernel;
using Pupitre.Platform.Words;

namespace Pupitre.TwoSides.Sides;

/// <summary>What a provider's people are told first.</summary>
internal static class SideWords
{
    /// <summary>"2 échéances sans trace, la prochaine le 15/12/2026, 1 désaccord attend votre réponse."</summary>
    public static string Answer(SideView view)
    {
        var said = (view.Missing, view.NextDay) switch
        {
            (0, null) => Texts.Side_AnswerNothing,
            (0, { } next) => Texts.Side_AnswerNext.With(Moments.Long(next)),
            (var missing, null) => Texts.Side_AnswerMissing.With(missing),
            (var missing, { } next) => Texts.Side_AnswerBoth.With(missing, Moments.Long(next)),
        };
        return view.ToAnswer.Count == 0 ? said : said + " " + Texts.Side_AnswerDisputes.With(view.ToAnswer.Count);
    }
}
