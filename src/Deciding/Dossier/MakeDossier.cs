using NodaTime;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel;
using Pupitre.Papers;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;
using Pupitre.ProcessMap.Sheets;

namespace Pupitre.Deciding.Dossier;

/// <summary>
/// Makes the process file that a buyer or an auditor asks for: as a paper, or as a ZIP with the paper, the inventory as a sheet, the
/// published targets, the frozen decisions and a list of it all with its hashes. The same map gives the same bytes, but for the moment
/// of making.
/// </summary>
public sealed class MakeDossier(ReadDossier read, FileStore files, Tenant tenant)
{
    /// <exception cref="Refused">It is larger than one paper.</exception>
    public async Task<byte[]> PaperAsync(DossierChoice choice, CancellationToken token)
    {
        var outline = await read.RunAsync(choice, token);
        if (outline.Chosen.Count > DossierPaper.MaxProcesses)
        {
            throw new Refused(Texts.Dossier_TooLarge.With(outline.Chosen.Count, DossierPaper.MaxProcesses));
        }

        var processes = await read.PartAsync(outline, 0, DossierPaper.MaxProcesses, token);
        return PdfWriter.Write(new DossierPaper(outline, tenant.Zone).Write(processes, 1, 1));
    }

    /// <returns>A file that vanishes when it is closed, at its beginning.</returns>
    public async Task<Stream> ArchiveAsync(DossierChoice choice, CancellationToken token)
    {
        var outline = await read.RunAsync(choice, token);
        return await VanishingFile.WriteAsync(async output =>
        {
            using var archive = new DossierArchive(output, outline.MadeAt.ToDateTimeOffset());
            await FillAsync(archive, outline, token);
        });
    }

    /// <summary>"dossier-de-processus-2026-05-11": name of the file, without its ending.</summary>
    public string NameOn(Instant now) => Texts.Dossier_FileName + "-" + now.InZone(tenant.Zone)
        .Date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task FillAsync(DossierArchive archive, DossierOutline outline, CancellationToken token)
    {
        var paper = new DossierPaper(outline, tenant.Zone);
        var size = DossierPaper.PartSize(outline.Chosen.Count);
        var parts = Math.Max(1, (outline.Chosen.Count + size - 1) / size);
        await archive.AddTextAsync(Texts.Dossier_ReadMeName,
            Texts.Dossier_ReadMe.With(outline.Company, paper.Day, paper.What(), outline.Choice.WithNames ? Texts.Dossier_WithNames
            : Texts.Dossier_WithoutNames), token);
        var inventory = new List<(ProcessInput Input, IReadOnlyList<StepInput> Steps)>();
        for (var part = 1; part <= parts; part++)
        {
            var processes = await read.PartAsync(outline, (part - 1) * size, size, token);
            var name = parts == 1 ? Texts.Dossier_FileName : Texts.Dossier_FileName + "-" + part;
            await archive.AddAsync(name + ".pdf", PdfWriter.Write(paper.Write(processes, part, parts)), token);
            foreach (var process in processes)
            {
                await AddAsync(archive, process, outline.Choice.WithNames, token);
                inventory.Add((InputOf(process), [.. process.Steps.Select(SheetExport.InputOf)]));
            }
        }

        await archive.AddAsync(Texts.Dossier_InventoryName + ".xlsx", stream =>
            SheetExport.Inventory(inventory.Select(row => (row.Input, row.Steps))).WriteAsync("xlsx", stream, token));
        var list = archive.Files.OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (IReadOnlyList<object?>)[file.Path, file.Sha256, file.Bytes]).ToList();
        await archive.AddAsync("manifest.csv", stream =>
            new TableExport("manifest", [Texts.Dossier_Path, "SHA-256", Texts.Dossier_Bytes], list).WriteAsync("csv", stream, token));
    }

    private async Task AddAsync(DossierArchive archive, DossierProcess process, bool withNames, CancellationToken token)
    {
        var folder = DossierPaths.Folder(process);
        if (process.Target is { } target)
        {
            await archive.AddAsync(DossierPaths.Target(folder, target.Version), async stream =>
            {
                await using var content = await files.OpenAsync(target.Version.Hash, token);
                await content.CopyToAsync(stream, token);
            });
            for (var at = 0; target.Diagram is { } diagram && at < diagram.Drawings.Length; at++)
            {
                await archive.AddTextAsync(DossierPaths.Picture(folder, target.Version, at), target.Svg(at, isAlone: true), token);
            }
        }

        foreach (var decision in process.Decisions)
        {
            await archive.AddTextAsync(DossierPaths.Decision(folder, decision) + ".json", decision.Content, token);
            await archive.AddTextAsync(DossierPaths.Decision(folder, decision) + ".txt",
                DossierDecision.Text(decision, process.Map.Name, tenant.Zone, withNames), token);
        }
    }

    private static ProcessInput InputOf(DossierProcess process)
    {
        var input = EditProcess.InputOf(process.Row);
        (input.PilotId, input.DeputyId) = (null, null);
        (input.Pilot, input.Deputy) = (process.Map.Pilot?.Name, process.Map.Deputy?.Name);
        return input;
    }
}
