using Pupitre.Processes;

namespace Pupitre.Start.FirstRun;

/// <summary>A kind of work that small companies hand over, as the first page asks for it.</summary>
public enum Tile
{
    Accounting,
    Payroll,
    Invoicing,
    Administration,
    Legal,
}

/// <summary>What stands on the tiles.</summary>
internal static class Tiles
{
    public static readonly IReadOnlyList<Tile> All = Enum.GetValues<Tile>();

    /// <summary>The fields of work that a tile covers; each becomes a process.</summary>
    public static IReadOnlyList<Domain> DomainsOf(Tile tile) => tile switch
    {
        Tile.Accounting => [Domain.Accounting],
        Tile.Payroll => [Domain.Payroll],
        Tile.Invoicing => [Domain.Invoicing, Domain.Dunning],
        Tile.Administration => [Domain.Administration],
        _ => [Domain.Legal],
    };

    public static Tile Of(Domain domain) => All.First(tile => DomainsOf(tile).Contains(domain));

    public static string NameOf(Tile tile) => tile switch
    {
        Tile.Accounting => Texts.FirstRun_Accounting,
        Tile.Payroll => Texts.FirstRun_Payroll,
        Tile.Invoicing => Texts.FirstRun_Invoicing,
        Tile.Administration => Texts.FirstRun_Administration,
        _ => Texts.FirstRun_Legal,
    };

    public static string HelpOf(Tile tile) => tile switch
    {
        Tile.Accounting => Texts.FirstRun_Accounting_Help,
        Tile.Payroll => Texts.FirstRun_Payroll_Help,
        Tile.Invoicing => Texts.FirstRun_Invoicing_Help,
        Tile.Administration => Texts.FirstRun_Administration_Help,
        _ => Texts.FirstRun_Legal_Help,
    };

    public static string ProcessOf(Domain domain) => domain switch
    {
        Domain.Accounting => Texts.FirstRun_ProcessAccounting,
        Domain.Payroll => Texts.FirstRun_ProcessPayroll,
        Domain.Invoicing => Texts.FirstRun_ProcessInvoicing,
        Domain.Dunning => Texts.FirstRun_ProcessDunning,
        Domain.Administration => Texts.FirstRun_ProcessAdministration,
        _ => Texts.FirstRun_ProcessLegal,
    };
}
