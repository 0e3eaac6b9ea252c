-- A video is held for while its order is being written: so long it counts though no event has told of it.
ALTER TABLE video_uses ADD COLUMN held_until timestamptz;
