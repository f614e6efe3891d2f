using System.Globalization;
using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>Reads the credits of a statement.</summary>
internal static class ReadCredits
{
    private const int LongestDecimal = 30;
    private const decimal MostEuros = 1_000_000_000;

    public static StatedCredits Of(StatementJson json)
    {
        var terms = new CreditTerms(json["period"].Word<CreditPeriod>(), Number(json["atRisk"]), Number(json["pool"]));
        return new StatedCredits(terms, Number(json["invoiced"]), json.List("rules", Rule));
    }

    private static StatedCreditRule Rule(StatementJson json) => new(
        json["commitment"].Id,
        new CreditRule
        {
            Allocation = Number(json["allocation"]),
            AllAt = Maybe(json.Find("allAt")),
            NothingAt = Maybe(json.Find("nothingAt")),
            EarnBackAt = Maybe(json.Find("earnBackAt")),
            Steps = json.List("steps", step => new CreditStep(Number(step["below"]), Number(step["share"]))),
        },
        Before(json["before"]));

    private static CreditCount Before(StatementJson json) =>
        json["kept"].Number is var kept && json["base"].Number is var all && kept >= 0 && kept <= all && all <= Statement.MostObligations
            ? new CreditCount(kept, all)
            : throw json.Refuse(Texts.Statement_BadValue.With(json["base"].Number));

    private static decimal? Maybe(StatementJson? json) => json is { } value ? Number(value) : null;

    private static decimal Number(StatementJson json) => json.Text is { Length: <= LongestDecimal } text
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= MostEuros
            ? number : throw json.Refuse(Texts.Statement_BadValue.With(json.Text));
}
