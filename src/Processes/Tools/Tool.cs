using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Tools;

/// <summary>What work is done with: a program, a portal, a spreadsheet. One row per tool, whichever steps use it.</summary>
public sealed class Tool : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a tool in the history.</summary>
    public const string SubjectKind = "tool";

    public const int MaxNameLength = 80;
    public const int MaxLineLength = 200;

    /// <summary>Tools of a company.</summary>
    public const int MaxTools = 500;

    private Tool()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name without accents and capitals: a company has one tool of a name.</summary>
    public string FoldedName { get; private set; } = "";

    public string? Vendor { get; private set; }

    public ToolKind Kind { get; private set; }

    /// <summary>Who opens and closes accounts in it.</summary>
    public string? AdministeredBy { get; private set; }

    public string? DataHeld { get; private set; }

    /// <summary>Where its data lie.</summary>
    public string? Where { get; private set; }

    public SubjectRef Ref => new(SubjectKind, Id);

    public static Tool Create(Guid id) => new() { Id = id == Guid.Empty ? Guid.CreateVersion7() : id };

    public void Describe(ToolInput input)
    {
        Name = input.Name!.Trim();
        FoldedName = Name.Folded();
        Kind = input.Kind;
        (Vendor, AdministeredBy, DataHeld, Where) = (Blank(input.Vendor), Blank(input.AdministeredBy), Blank(input.DataHeld), Blank(input.Where));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What a tool is for.</summary>
public enum ToolKind
{
    /// <summary>Nobody has said yet.</summary>
    Unsaid,
    Accounting,
    Payroll,
    Invoicing,
    Bank,

    /// <summary>A portal of the administration: taxes, contributions, registry.</summary>
    Portal,
    Documents,
    Tasks,
    Spreadsheet,
    Mail,
    Reporting,
    Other,
}
