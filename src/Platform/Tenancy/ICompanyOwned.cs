namespace Pupitre.Platform.Tenancy;

/// <summary>
/// A row that belongs to one company. Queries see only those of the current company, a save of any other is refused, and on
/// PostgreSQL row-level security says the same a third time.
/// </summary>
public interface ICompanyOwned
{
    /// <summary>The owner; set by the save when the row is new.</summary>
    Guid CompanyId { get; }
}
