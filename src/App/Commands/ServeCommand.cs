using System.CommandLine;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.App.Commands;

/// <summary><c>pupitre serve</c>: the web application, until it is told to stop.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    public const string DefaultAddress = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = Texts.Cli_Data, DefaultValueFactory = _ => "./data" };
        var urls = new Option<string>("--urls") { Description = Texts.Cli_Urls, DefaultValueFactory = _ => DefaultAddress };
        var database = new Option<string?>("--database")
        {
            Description = Texts.Cli_Database,
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PUPITRE_DATABASE"),
        };
        var serve = new Command(Name, Texts.Cli_Serve) { data, urls, database };
        serve.SetAction(async (parsed, token) =>
        {
            var place = new DataPlace(parsed.GetRequiredValue(data), parsed.GetValue(database) is { Length: > 0 } postgres ? postgres : null);
            using var folder = DataFolderLock.Take(place);
            var model = DatabaseSetup.BuildModelAsync(place, Modules.All, SystemClock.Instance, token);
            await using var server = Server.Build(place, parsed.GetRequiredValue(urls));
            await model;
            await Server.PrepareAsync(server, token);
            await StartAsync(server, parsed.GetRequiredValue(urls), token);
            await Server.AnnounceAsync(server, Console.Out, token);
            await server.WaitForShutdownAsync(token);
            return CommandLine.Done;
        });
        return serve;
    }

    private static async Task StartAsync(WebApplication server, string urls, CancellationToken token)
    {
        try
        {
            await server.StartAsync(token);
        }
        catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new Refused(Texts.Serve_AddressInUse.With(urls));
        }
    }
}
