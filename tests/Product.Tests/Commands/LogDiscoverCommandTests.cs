using Pupitre.Mining;

namespace Pupitre.Product.Tests.Commands;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class LogDiscoverCommandTests : IDisposable
{
    private const string Log = """
        case,activity,time
        1,It's in,2026-01-05T08:00:00Z
        1,B,2026-01-05T09:00:00Z
        2,It's in,2026-01-05T08:00:00Z

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_net_has_exactly_the_agreed_shape_and_its_counts_are_those_of_the_file()
    {
        var run = await CommandRun.OfAsync(Log, "log", "discover", "-", "-o", Model("m.pnml"), "--json");

        (run.ExitCode, run.Output).ShouldBe((0, """{"tree":"->('It\\'s in', X(tau, 'B'))","places":3,"transitions":3,"silent":1,"sound":true}""" + Environment.NewLine));
        var net = Read("m.pnml").Net;
        (net.Places.Length, net.Transitions.Length, net.Transitions.Count(transition => transition.IsSilent)).ShouldBe((3, 3, 1));
    }

    [Fact]
    public async Task A_drawing_replaces_the_file_of_its_name_and_leaves_nothing_else()
    {
        await File.WriteAllTextAsync(Model("m.bpmn"), "old", TestContext.Current.CancellationToken);

        (await CommandRun.OfAsync(Log, "log", "discover", "-", "--output", Model("m.bpmn"), "--noise", "0.2")).ExitCode.ShouldBe(0);

        Read("m.bpmn").Elements.Select(element => element.Name).ShouldBe(["It's in", "B"], ignoreOrder: true);
        _folder.GetFiles().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("m.txt", "0")]
    [InlineData("m.bpmn", "2")]
    [InlineData("m.bpmn", "a")]
    [InlineData("missing/m.bpmn", "0")]
    public async Task What_cannot_be_done_is_said_in_one_sentence_and_nothing_is_written(string name, string noise)
    {
        var run = await CommandRun.OfAsync(Log, "log", "discover", "-", "-o", Model(name), "--noise", noise);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldNotBeEmpty();
        _folder.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_broken_log_writes_nothing()
    {
        (await CommandRun.OfAsync("<log>", "log", "discover", "-", "-o", Model("m.bpmn"))).ExitCode.ShouldBe(2);

        _folder.GetFileSystemInfos().ShouldBeEmpty();
    }

    private string Model(string name) => Path.Combine(_folder.FullName, name);

    private ProcessModel Read(string name) => ModelFile.Read(File.OpenRead(Model(name)));
}
