using Microsoft.AspNetCore.Http;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>A sheet that is sent: first as a file, then, once its changes were shown, as what the page kept of it.</summary>
public sealed class SheetInput
{
    public IFormFile? File { get; set; }

    /// <summary>The file that was shown, in base 64.</summary>
    public string? Content { get; set; }

    /// <summary>What was shown that it would do.</summary>
    public string? Digest { get; set; }
}
