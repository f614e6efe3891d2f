using NodaTime;
using Pupitre.Recognition.Tables;

namespace Pupitre.Recognition.Tracking;

/// <summary>All that a tracking file holds: its sheets of months, and the names of those that are none.</summary>
public sealed record TrackingFile(IReadOnlyList<TrackingSheet> Sheets, IReadOnlyList<string> Others)
{
    private const int MaxSheets = 20;

    public bool IsTracking => Sheets.Count > 0;

    public bool AsksYear => Sheets.Any(sheet => sheet.AsksYear);

    /// <param name="content">The file; it must seek, and stays open.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="zone">Of hours without an offset.</param>
    /// <param name="year">Of months without a year, as a person says; null when nobody did.</param>
    /// <exception cref="Refused">The file is no table, or is damaged.</exception>
    public static TrackingFile Read(Stream content, string name, DateTimeZone zone, int? year)
    {
        var (found, others, sheets) = (new List<TrackingSheet>(), new List<string>(), new Queue<string?>([null]));
        for (var isFirst = true; sheets.TryDequeue(out var sheet); isFirst = false)
        {
            using var table = TableFile.OpenTable(content, sheet: sheet, leaveOpen: true);
            if (new ReadTrackingSheet(zone, year).Of(table, name) is { Count: > 0 } tracking)
            {
                found.AddRange(tracking);
            }
            else if (table.Form.Sheet is { } unread)
            {
                others.Add(unread);
            }

            table.Form.Sheets.Where(other => isFirst && other != table.Form.Sheet).Take(MaxSheets - 1).ToList().ForEach(sheets.Enqueue);
        }

        return new(found, others);
    }
}
