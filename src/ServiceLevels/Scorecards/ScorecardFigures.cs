using Pupitre.Platform.Access;
using Pupitre.Platform.Figures;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>How many commitments the scorecards follow: the first words of their page.</summary>
internal sealed class ScorecardFigures(ReadScorecard read) : IFigures
{
    public int Order => 20;

    public string Title => Texts.Scorecard_Menu;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<Figure>> ReadAsync(CancellationToken token)
    {
        var all = await read.AllAsync(token);
        var followed = ContractScorecard.FollowedIn(all);
        return [new Figure("scorecards.followed", Texts.Scorecard_FigureFollowed, FigureUnit.Commitments, followed, "scorecards")];
    }
}
