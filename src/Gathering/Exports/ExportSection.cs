namespace Pupitre.Gathering.Exports;

/// <summary>
/// One kind of rows that leaves with its company, a JSON object a line. Every table of <see cref="Data.CompanyTables"/> has one that
/// writes all of its columns; a module registers another of the same name where that is not what should leave.
/// </summary>
public abstract class ExportSection
{
    /// <summary>Name of the table that it stands for, and of its file.</summary>
    public abstract string Name { get; }

    /// <summary>Writes the current company's rows, in an order that is the same each time.</summary>
    /// <returns>How many there are.</returns>
    public abstract Task<long> WriteAsync(Stream lines, CancellationToken token);
}
