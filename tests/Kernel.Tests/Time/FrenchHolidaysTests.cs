using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Time;

public class FrenchHolidaysTests
{
    private static readonly string CorpusFolder = Path.Combine(
        Environment.GetEnvironmentVariable("PUPITRE_CORPUS") ?? Path.Combine(RepositoryFolder(), "..", "shared", "corpus"), "holidays");

    [Theory]
    [InlineData("metropole")]
    [InlineData("alsace-moselle")]
    [InlineData("guadeloupe")]
    [InlineData("martinique")]
    [InlineData("guyane")]
    [InlineData("la-reunion")]
    [InlineData("mayotte")]
    public void Agree_with_the_official_file_of_a_zone(string zone)
    {
        var official = Lines(zone + ".csv").Select(line => (Date: DateOnly.Parse(line[0]), Name: line[3])).ToList();

        official.Count.ShouldBeGreaterThan(280);
        Computed(zone, official.Select(holiday => holiday.Date.Year)).ShouldBe(official, ignoreOrder: true);
    }

    [Theory]
    [InlineData("saint-martin", "Saint-Martin")]
    [InlineData("saint-barthelemy", "Saint-Barthélémy")]
    public void Agree_with_the_official_file_of_all_zones(string zone, string column)
    {
        var official = Lines("jours_feries.csv").Where(line => line[2].Split('|').Contains(column)).Select(line => (Date: DateOnly.Parse(line[0]), Name: line[1])).ToList();

        official.Count.ShouldBeGreaterThan(280);
        Computed(zone, official.Select(holiday => holiday.Date.Year)).ShouldBe(official, ignoreOrder: true);
    }

    [Fact]
    public void Two_holidays_on_one_day_are_two_entries() =>
        FrenchHolidays.Of(HolidayZone.Metropole, 2008).Count(holiday => holiday.Date == new DateOnly(2008, 5, 1)).ShouldBe(2);

    [Theory]
    [InlineData(1950, false)]
    [InlineData(1952, false)]
    [InlineData(1953, true)]
    [InlineData(1959, true)]
    [InlineData(1960, false)]
    [InlineData(1981, false)]
    [InlineData(1982, true)]
    public void The_eighth_of_May_came_and_went(int year, bool isHoliday) =>
        FrenchHolidays.IsHoliday(HolidayZone.Metropole, new(year, 5, 8)).ShouldBe(isHoliday);

    [Theory]
    [InlineData(HolidayZone.LaReunion, "1980-12-20", false)]
    [InlineData(HolidayZone.LaReunion, "1981-12-20", true)]
    [InlineData(HolidayZone.Mayotte, "1982-04-27", false)]
    [InlineData(HolidayZone.Mayotte, "1983-04-27", true)]
    [InlineData(HolidayZone.Martinique, "1983-05-22", true)]
    [InlineData(HolidayZone.Guadeloupe, "1983-05-27", true)]
    [InlineData(HolidayZone.Guyane, "1983-06-10", true)]
    [InlineData(HolidayZone.SaintBarthelemy, "1983-10-09", true)]
    [InlineData(HolidayZone.SaintMartin, "2017-05-27", true)]
    [InlineData(HolidayZone.SaintMartin, "2017-05-28", false)]
    [InlineData(HolidayZone.SaintMartin, "2018-05-28", true)]
    [InlineData(HolidayZone.SaintMartin, "2018-05-27", false)]
    [InlineData(HolidayZone.Metropole, "1999-04-02", false)]
    [InlineData(HolidayZone.AlsaceMoselle, "1999-04-02", true)]
    [InlineData(HolidayZone.AlsaceMoselle, "1950-12-26", true)]
    public void Local_holidays_begin_in_their_year(HolidayZone zone, string date, bool isHoliday) =>
        FrenchHolidays.IsHoliday(zone, DateOnly.Parse(date)).ShouldBe(isHoliday);

    [Theory]
    [InlineData(1954, "1954-04-19")]
    [InlineData(1981, "1981-04-20")]
    [InlineData(2049, "2049-04-19")]
    [InlineData(2076, "2076-04-20")]
    [InlineData(2100, "2100-03-29")]
    public void Easter_Monday_follows_the_Gregorian_moon(int year, string monday) =>
        FrenchHolidays.Of(HolidayZone.Metropole, year).Single(holiday => holiday.Name == "Lundi de Pâques").Date.ShouldBe(DateOnly.Parse(monday));

    [Theory]
    [InlineData(1949)]
    [InlineData(2101)]
    public void Other_years_are_refused(int year) => Should.Throw<Refused>(() => FrenchHolidays.Of(HolidayZone.Metropole, year)).Field.ShouldBe("year");

    [Fact]
    public void Codes_come_back() => HolidayZones.All.Select(zone => HolidayZones.Parse(HolidayZones.Code(zone))).ShouldBe(HolidayZones.All);

    [Fact]
    public void Days_are_counted_as_ouvres_or_ouvrables()
    {
        var days = BusinessDays.For(HolidayZone.Metropole);

        days.AddDays(new(2026, 5, 7), 1, DayCount.Business).ShouldBe(new(2026, 5, 11));
        days.AddDays(new(2026, 5, 7), 1, DayCount.Working).ShouldBe(new(2026, 5, 9));
        days.AddDays(new(2026, 5, 7), 1, DayCount.Calendar).ShouldBe(new(2026, 5, 8));
        days.AddDays(new(2026, 5, 11), -1, DayCount.Business).ShouldBe(new(2026, 5, 7));
        days.NextBusinessDay(new(2026, 5, 8)).ShouldBe(new(2026, 5, 11));
        days.NextBusinessDay(new(2026, 5, 11)).ShouldBe(new(2026, 5, 11));
        days.PreviousBusinessDay(new(2026, 5, 10)).ShouldBe(new(2026, 5, 7));
    }

    private static List<(DateOnly Date, string Name)> Computed(string zone, IEnumerable<int> years) =>
        [.. years.Distinct().SelectMany(year => FrenchHolidays.Of(HolidayZones.Parse(zone), year)).Select(holiday => (holiday.Date, holiday.Name))];

    private static IEnumerable<string[]> Lines(string file)
    {
        var path = Path.Combine(CorpusFolder, file);
        Assert.SkipUnless(File.Exists(path), $"The corpus is missing: no {path}. Set PUPITRE_CORPUS to its folder.");
        return File.ReadLines(path).Skip(1).Select(line => line.Split(','));
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is not null && !File.Exists(Path.Combine(folder.FullName, "Pupitre.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
