using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Motif.ModelBuild;

/// <summary>Reads an embedded resource out of an assembly that is taken for its data: nothing of it is loaded or run.</summary>
public static class PackageResource
{
    private const int LengthBytes = sizeof(int);

    /// <exception cref="InvalidDataException">There is no such resource, or it is cut off.</exception>
    public static byte[] Read(string assembly, string resource)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        if (!image.HasMetadata || image.PEHeaders.CorHeader is not { } header)
            throw new InvalidDataException("it is no .NET assembly");
        var metadata = image.GetMetadataReader();
        foreach (var handle in metadata.ManifestResources)
        {
            var found = metadata.GetManifestResource(handle);
            if (found.Implementation.IsNil && metadata.StringComparer.Equals(found.Name, resource))
                return Read(
                    image.GetSectionData(header.ResourcesDirectory.RelativeVirtualAddress),
                    found.Offset,
                    resource
                );
        }
        throw new InvalidDataException($"it has no resource {resource}");
    }

    /// <summary>A resource is its length and then its bytes.</summary>
    private static byte[] Read(PEMemoryBlock section, long offset, string resource)
    {
        if (offset < 0 || offset + LengthBytes > section.Length)
            throw new InvalidDataException($"the resource {resource} is cut off");
        var length = section.GetReader((int)offset, LengthBytes).ReadInt32();
        if (length < 0 || offset + LengthBytes + length > section.Length)
            throw new InvalidDataException($"the resource {resource} is cut off");
        return section.GetReader((int)offset + LengthBytes, length).ReadBytes(length);
    }
}
