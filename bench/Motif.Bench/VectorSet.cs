using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Motif.Bench;

/// <summary>Base vectors and queries as raw float32 files in a temporary folder, made on demand.</summary>
internal sealed record VectorSet(string Name, int Dimension, string Prefix)
{
    /// <summary>Numbers that are read or written at once: a span of bytes holds no more than 2³¹.</summary>
    private const int Piece = 1 << 26;

    public static readonly string[] Names = ["clustered", "spectral", "titles"];

    public float[] Base => Read(Prefix + ".base.f32");

    public float[] Queries => Read(Prefix + ".query.f32");

    /// <summary>
    /// clustered: three-level hierarchy of Gaussians; spectral: no clusters, eigenvalues i^-0.9; titles: LSA
    /// of 60,000 real titles.
    /// </summary>
    public static VectorSet Load(string shared, string folder, string name, int rows)
    {
        var prefix = Path.Combine(folder, $"{name}-{rows}");
        var set = new VectorSet(name, 256, prefix);
        if (File.Exists(prefix + ".query.f32"))
            return set;
        var scripts = Path.Combine(shared, "eval", "vectors");
        switch (name)
        {
            case "clustered":
                Python(scripts, "gen.py", $"{rows}", "256", prefix);
                break;
            case "spectral":
                Python(scripts, "gen_spectral.py", prefix);
                break;
            default:
                var titles = Path.Combine(shared, "data", "vectors-lsa60k-256");
                Decode(titles, "base", prefix);
                Decode(titles, "query", prefix);
                break;
        }
        return set;
    }

    public static float[] Read(string path)
    {
        using var file = File.OpenRead(path);
        var values = new float[file.Length / sizeof(float)];
        for (var start = 0; start < values.Length; start += Piece)
            file.ReadExactly(
                MemoryMarshal.AsBytes(values.AsSpan(start, Math.Min(Piece, values.Length - start)))
            );
        return values;
    }

    public static void Write(string path, ReadOnlySpan<float> values)
    {
        using var file = File.Create(path);
        for (; !values.IsEmpty; values = values[Math.Min(Piece, values.Length)..])
            file.Write(MemoryMarshal.AsBytes(values[..Math.Min(Piece, values.Length)]));
    }

    private static void Python(string folder, params string[] arguments)
    {
        // NumPy comes with the system's Python.
        var start = new ProcessStartInfo("/usr/bin/python3") { WorkingDirectory = folder };
        foreach (var argument in (string[])["-B", .. arguments])
            start.ArgumentList.Add(argument);
        start.RedirectStandardOutput = true;
        start.UseShellExecute = false;
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{arguments[0]} failed: is python3-numpy there?");
    }

    /// <summary>int8 rows with a scale each, brought back to unit length.</summary>
    private static void Decode(string folder, string part, string prefix)
    {
        var codes = MemoryMarshal.Cast<byte, sbyte>(Unzip($"{folder}/{part}.i8.gz"));
        var scales = MemoryMarshal.Cast<byte, float>(Unzip($"{folder}/{part}.scale.f32.gz"));
        var vectors = new float[codes.Length];
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = codes[i] * scales[i / 256];
        for (var row = 0; row < scales.Length; row++)
        {
            var vector = vectors.AsSpan(row * 256, 256);
            System.Numerics.Tensors.TensorPrimitives.Divide(
                vector,
                System.Numerics.Tensors.TensorPrimitives.Norm<float>(vector),
                vector
            );
        }
        Write($"{prefix}.{part}.f32", vectors);
    }

    private static byte[] Unzip(string path)
    {
        using var zipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        zipped.CopyTo(memory);
        return memory.ToArray();
    }
}
