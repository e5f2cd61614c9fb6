#!/bin/bash
# Makes a machine to throw away: Debian's own kernel, and an initial file system with its modules for USB and HID devices
# that are made of nothing. Usage: build.sh FOLDER
set -e
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$1" && mkdir -p "$1" && cd "$1"

apt-get download "$(apt-cache depends linux-image-amd64 | awk '/Depends: linux-image-/ { print $2; exit }')"
dpkg-deb -x linux-image-*.deb kernel
rm linux-image-*.deb
release=$(ls kernel/lib/modules)
modules=lib/modules/$release

mkdir -p root/{bin,dev,proc,sys,host,overlay,new} "root/$modules/kernel"
cp "$(command -v busybox)" root/bin/busybox
for folder in drivers/virtio drivers/hid drivers/usb drivers/input net/9p fs/9p fs/netfs fs/fscache fs/overlayfs fs/configfs; do
  [ -d "kernel/$modules/kernel/$folder" ] || continue
  mkdir -p "root/$modules/kernel/$(dirname $folder)"
  cp -r "kernel/$modules/kernel/$folder" "root/$modules/kernel/$folder"
done
cp "kernel/$modules"/modules.{builtin,builtin.modinfo,order} "root/$modules/"
PATH=$PATH:/usr/sbin:/sbin depmod -b root "$release"
cp "$here/init" root/init && chmod +x root/init
(cd root && find . | cpio -o -H newc --quiet | gzip -1) > initrd.gz
mv "kernel/boot/vmlinuz-$release" vmlinuz
rm -rf kernel root
