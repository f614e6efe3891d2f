using System.Text;
using CsCheck;
using NodaTime;
using Pupitre.Kernel.Feeds;

namespace Pupitre.Kernel.Tests.Feeds;

public class CalendarFileTests
{
    private static readonly Instant Changed = Instant.FromUtc(2026, 11, 26, 9, 30, 15);

    private static readonly CalendarDay Day = new("contrat-1-post@pupitre", new(2026, 12, 31), "Lettre ; à poster, \\ vite", "Deux\nlignes",
        "https://exemple.fr/a", Changed, 3);

    [Fact]
    public void A_day_is_written_as_the_standard_asks()
    {
        var text = Encoding.UTF8.GetString(CalendarFile.Write("Pupitre", [Day]));

        text.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:");
        text.ShouldEndWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
        text.ShouldContain("UID:contrat-1-post@pupitre\r\nDTSTAMP:20261126T093015Z\r\nLAST-MODIFIED:20261126T093015Z\r\nSEQUENCE:3\r\n");
        text.ShouldContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
        text.ShouldContain("SUMMARY:Lettre \\; à poster\\, \\\\ vite\r\nDESCRIPTION:Deux\\nlignes\r\nURL:https://exemple.fr/a\r\n");
        text.ShouldNotContain("VALARM");
    }

    [Fact]
    public void The_same_days_in_another_order_are_the_same_bytes()
    {
        var other = Day with { Uid = "b", Day = new(2026, 1, 1) };

        CalendarFile.Write("Pupitre", [Day, other]).ShouldBe(CalendarFile.Write("Pupitre", [other, Day]));
    }

    [Fact]
    public void A_day_without_a_day_after_it_is_refused() =>
        Should.Throw<Refused>(() => CalendarFile.Write("Pupitre", [Day with { Day = DateOnly.MaxValue }]));

    /// <summary>
    /// Another program's reader (Ical.Net) finds what was written, whatever the texts hold; no line is longer than 75 octets.
    /// </summary>
    [Fact]
    public void Another_reader_finds_what_was_written_and_no_line_is_too_long() =>
        Gen.Select(Text, Text, Gen.Int[0, 400_000]).Sample((summary, description, day) =>
        {
            var bytes = CalendarFile.Write("Pupitre",
                [Day with { Summary = summary, Description = description, Day = DateOnly.MinValue.AddDays(700_000 + day) }]);
            var text = Encoding.UTF8.GetString(bytes);
            text.Split("\r\n").Max(Encoding.UTF8.GetByteCount).ShouldBeLessThanOrEqualTo(75);
            text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
            var read = Ical.Net.Calendar.Load(text)!.Events.Single();
            read.Summary.ShouldBe(summary);
            read.Description.ShouldBe(description);
            DateOnly.FromDateTime(read.Start!.Value).ShouldBe(DateOnly.MinValue.AddDays(700_000 + day));
        });

    // Signs of every length in UTF-8, those that have to be escaped, and spaces in the middle.
    private static readonly string[] _pieces = ["a", "é", "€", "😀", ",", ";", "\\", "n", "\\n", " x", "facture", "«\u00a0"];

    private static Gen<string> Text =>
        Gen.Int[0, _pieces.Length - 1].Array[1, 60].Select(places => "d" + string.Concat(places.Select(place => _pieces[place])) + ".");
}
