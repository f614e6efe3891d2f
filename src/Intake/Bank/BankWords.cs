using Pupitre.Evidence;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Tracking;
using Pupitre.Kernel;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Recognition.Bank;

namespace Pupitre.Intake.Bank;

/// <summary>What is said of statements and their lines.</summary>
internal static class BankWords
{
    public static string Statement(BankStatement statement, EvidenceFile file)
    {
        var account = string.Join(", ", new[] { statement.Holder ?? file.SubjectName, statement.Account }.Where(word => !string.IsNullOrWhiteSpace(word)));
        return statement.Lines.Count == 0 ? Texts.Bank_NoLines
            : account.Length == 0 ? Texts.Bank_Lines.With(statement.Lines.Count, Moments.Short(statement.Lines.Min(line => line.On)), Moments.Short(statement.Lines.Max(line => line.On)))
            : Texts.Bank_LinesOf.With(account, statement.Lines.Count, Moments.Short(statement.Lines.Min(line => line.On)), Moments.Short(statement.Lines.Max(line => line.On)));
    }

    public static string Of(PlannedLine line, Tenant tenant) => line switch
    {
        { Commitment: null } => Texts.Bank_NoCommitment,
        { Fate: CellFate.Dated } => line.Moment.IsUpperBound ? Texts.Bank_WouldBound.With(EvidenceWords.When(line.Moment, tenant)) : Texts.Bank_WouldDate.With(EvidenceWords.When(line.Moment, tenant)),
        { Fate: CellFate.Placed } => Texts.Bank_Placed,
        { Fate: CellFate.Filled } => Texts.Bank_Filled,
        { Fate: CellFate.Future } => Texts.Bank_Future,
        { Fate: CellFate.Odd } => Texts.Doubt_BeforePeriod,
        _ => Texts.Bank_NoDueDate,
    };

    /// <summary>"Une dépense où l’on lit « URSSAF » ou « COTISATIONS SOCIALES »": a rule as it is said, in the capitals of a statement.</summary>
    public static string Knows(BankRule rule)
    {
        var ways = rule.Words.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var read = rule.Words == BankRule.ProviderMark ? Texts.BankRules_KnowsProvider
            : ways.Length > MostWays ? Texts.BankRules_KnowsMore.With(Quoted(ways[..MostWays], ", "), ways.Length - MostWays)
            : Texts.BankRules_KnowsWords.With(Quoted(ways, Texts.BankRules_Or));
        return Line(rule.Sign).With(read) + Amounts(rule);
    }

    private const int MostWays = 3;

    private static string Quoted(string[] ways, string between) =>
        string.Join(between, ways.Select(way => Texts.BankRules_Quoted.With(way.ToUpper(System.Globalization.CultureInfo.CurrentCulture).Replace(BankRule.ProviderMark, Texts.BankRules_ProvidersName, StringComparison.Ordinal))));

    private static string Line(BankSign sign) => sign switch
    {
        BankSign.Out => Texts.BankRules_KnowsOut,
        BankSign.In => Texts.BankRules_KnowsIn,
        _ => Texts.BankRules_KnowsAny,
    };

    private static string Amounts(BankRule rule) => (rule.Least, rule.Most) switch
    {
        ({ } least, { } most) => Texts.BankRules_KnowsBetween.With(least, most),
        ({ } least, null) => Texts.BankRules_KnowsFrom.With(least),
        (null, { } most) => Texts.BankRules_KnowsUpTo.With(most),
        _ => "",
    };

    public static string Of(BankSign sign) => sign switch
    {
        BankSign.Out => Texts.Bank_SignOut,
        BankSign.In => Texts.Bank_SignIn,
        _ => Texts.Bank_SignAny,
    };

    public static string Of(BankShows shows) => shows == BankShows.ThatDay ? Texts.Bank_ShowsDay : Texts.Bank_ShowsByThen;
}
