using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Intake.Settings;

/// <summary>What Pupitre has to know of the company's mail to tell a third party's trace from somebody's word. One row for each company.</summary>
public sealed class EvidenceSettings : ICompanyOwned, IVersioned
{
    public const string Kind = "evidence-settings";

    public const int MaxLength = 1000;

    private EvidenceSettings()
    {
    }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    /// <summary>Names of the company's own mail servers, separated by spaces.</summary>
    public string MailServers { get; private set; } = "";

    /// <summary>Domains of the company's own addresses, separated by spaces.</summary>
    public string OwnDomains { get; private set; } = "";

    /// <summary>By what lines of the bank are recognised, as JSON; null as long as the ready rules stand as they are.</summary>
    public string? BankRules { get; private set; }

    internal static EvidenceSettings Create(Guid companyId) => new() { CompanyId = companyId };

    internal void Describe(string mailServers, string ownDomains)
    {
        MailServers = mailServers;
        OwnDomains = ownDomains;
    }

    internal void RecogniseBankLines(string? json) => BankRules = json;

    internal static string[] Names(string text) => text.Split([' ', ',', ';', '\r', '\n', '\t', '@'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
