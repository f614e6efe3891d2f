namespace Pupitre.Platform.Tenancy;

/// <summary>
/// A company's table of millions of narrow rows: the column and the filter stand, but no foreign key to the company, because the
/// index that comes with it would weigh more than the rows.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutCompanyKeyAttribute : Attribute;
