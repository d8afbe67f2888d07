using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Motif.Discovery.Items;
using Motif.Discovery.Map;
using Motif.Discovery.Runs;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>The map of the corpus: points as columns of numbers, what is written on it, and texts one by one.</summary>
internal static class DiscoveryMapApi
{
    private const string Binary = "application/octet-stream";

    public static void MapDiscoveryMap(this RouteGroupBuilder discovery)
    {
        discovery
            .MapGet("/map", ColumnsAsync)
            .Describe(
                "getMap",
                "Read the points of the map, 12 bytes each",
                "Little-endian columns one after the other: x and y as 32-bit floats, then cluster and value as unsigned 16-bit integers; /discovery/map/sheet says how many points there are and what the numbers stand for. No text; it changes with a run, and the ETag with it."
            )
            .Produces<byte[]>(StatusCodes.Status200OK, Binary)
            .Produces(StatusCodes.Status304NotModified)
            .MayFail(422);
        discovery
            .MapGet("/map/sheet", SheetAsync)
            .Describe(
                "getMapSheet",
                "Read how to read the map, and what is written on it",
                "Labels stand at a member of what they name, macros first, then mesos, then micros."
            )
            .MayFail(422);
        discovery
            .MapGet("/map/points/{point:int}", ItemAsync)
            .Describe("getMapPoint", "Read the item at a point of the map")
            .MayFail(404, 422);
        discovery
            .MapGet("/map/attributes", AttributesAsync)
            .Describe(
                "listMapAttributes",
                "List by what the points of the map can be coloured and filtered",
                "How items did (performance_ratio), their channel, time and views, and every attribute they came with, as the run read them."
            )
            .MayFail(422);
        discovery
            .MapGet("/map/attribute", AttributeAsync)
            .Describe(
                "getMapAttribute",
                "Read one attribute of every point",
                "Little-endian: its levels as 64-bit floats, as many as /discovery/map/attributes says, then a 16-bit code a point: 0 where it has none, else the place of its level or value, counted from 1."
            )
            .Produces<byte[]>(StatusCodes.Status200OK, Binary)
            .Produces(StatusCodes.Status304NotModified)
            .MayFail(404, 422);
        discovery
            .MapPost("/map/points", PlacesAsync)
            .Describe("findOnMap", "Find items on the map", "Keeps nothing.")
            .MayFail(413, 415, 422);
        discovery
            .MapPost("/map/select", SelectAsync)
            .Describe(
                "selectOnMap",
                "List the points inside a polygon that pass filters",
                "By the even-odd rule; item_ids names the first 1,000 of them. Keeps nothing."
            )
            .MayFail(413, 415, 422);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ColumnsAsync(
        CorpusMaps maps,
        CancellationToken cancellationToken
    )
    {
        var answer = await maps.CurrentAsync(cancellationToken);
        return answer.Value is { } map
            ? TypedResults.Bytes(
                map.Columns,
                Binary,
                entityTag: new EntityTagHeaderValue($"\"{map.Version}\"")
            )
            : Problems.Of(answer.Problem!);
    }

    private static async Task<Results<Ok<MapSheet>, ProblemHttpResult>> SheetAsync(
        CorpusMaps maps,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await maps.SheetAsync(cancellationToken));

    private static async Task<Results<Ok<Item>, ProblemHttpResult>> ItemAsync(
        [FromRoute(Name = "point")] int point,
        CorpusMaps maps,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await maps.ItemAsync(point, cancellationToken));

    private static async Task<Results<Ok<MapAttributeList>, ProblemHttpResult>> AttributesAsync(
        CorpusMaps maps,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await maps.AttributesAsync(cancellationToken));

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> AttributeAsync(
        [FromQuery(Name = "name")] string name,
        CorpusMaps maps,
        CancellationToken cancellationToken
    )
    {
        var answer = await maps.AttributeAsync(name, cancellationToken);
        return answer.Value is { } column
            ? TypedResults.Bytes(
                column.Bytes,
                Binary,
                entityTag: new EntityTagHeaderValue($"\"{column.Version}\"")
            )
            : Problems.Of(answer.Problem!);
    }

    private static async Task<Results<Ok<MapPlaces>, ProblemHttpResult>> PlacesAsync(
        MapPlaceQuestion question,
        CorpusMaps maps,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await maps.PlacesAsync(question, cancellationToken));

    private static async Task<Results<Ok<SelectedPoints>, ProblemHttpResult>> SelectAsync(
        MapSelection selection,
        CorpusMaps maps,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await maps.SelectAsync(selection, cancellationToken));
}
