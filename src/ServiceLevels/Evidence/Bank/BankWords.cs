using Pupitre.Kernel;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.ServiceLevels.Evidence.Files;
using Pupitre.ServiceLevels.Evidence.Tracking;

namespace Pupitre.ServiceLevels.Evidence.Bank;

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

    public static string Of(BankSign sign) => sign switch
    {
        BankSign.Out => Texts.Bank_SignOut,
        BankSign.In => Texts.Bank_SignIn,
        _ => Texts.Bank_SignAny,
    };

    public static string Of(BankShows shows) => shows == BankShows.ThatDay ? Texts.Bank_ShowsDay : Texts.Bank_ShowsByThen;
}
