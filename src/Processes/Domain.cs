namespace Pupitre.Processes;

/// <summary>Field of administrative work that a company hands over.</summary>
public enum Domain
{
    Accounting,
    Payroll,
    Administration,
    Invoicing,
    Dunning,
    Legal,
}
