namespace Pupitre.Processes.Bulk;

/// <summary>That what was shown is to be done.</summary>
public sealed class ConfirmedBulk
{
    /// <summary>What was shown that it would do.</summary>
    public string? Digest { get; set; }
}

/// <summary>What is to be put back.</summary>
public sealed class UndoneBulk
{
    /// <summary>As <see cref="BulkUndo.Write"/> writes it, one for each process.</summary>
    public List<string> Rows { get; set => field = value ?? []; } = [];
}
